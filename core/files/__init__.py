"""Files: read as if a stranger wrote them, and written so that a crash never leaves half of one."""
