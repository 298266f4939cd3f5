"""What can be filled in from a file or a web page: always a proposal, never more than somebody accepts."""
