"""What comes into the archive: a clip from a file, an address or the clipboard, or the first lines of a file to be written.

Nothing here touches a file: bytes come in, the text of a new file goes out (``fetch`` alone speaks to the network).
"""
