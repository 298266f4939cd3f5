"""Looking at addresses on the web that people typed in, without letting them reach what is inside."""
