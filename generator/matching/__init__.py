"""Which registered actors and topics a text names."""
