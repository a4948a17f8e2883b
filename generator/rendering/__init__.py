"""x"""
from generator.rendering.model import Heading, Rendered
from generator.rendering.page import render
__all__ = ["Heading", "Rendered", "render"]
