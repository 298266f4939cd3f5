"""Coverage: topics by countries or languages, with the holes."""
