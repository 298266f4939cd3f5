"""Search as you type: resources, topics, regions and organisations that fit what is typed so far."""
