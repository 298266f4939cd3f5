"""Writers of the demo library's files: a manuscript goes in, the bytes of one file come out."""
