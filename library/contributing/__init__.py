"""Sharing quickly: copies, adaptations, proposals from a file or an address, and the editor's own ways."""
