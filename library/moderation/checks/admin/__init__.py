"""The checks in the CMS: how they are set, and what they say while somebody writes."""
