"""Clips pasted as text: every line gets a role from evidence, and only what is article is kept."""
