"""Rules on the text below the header."""

from generator.rules.rule import error, warning

TEXTS = (
    error("article-empty", "an article has no text", "Paste the text below the header. Until it is there: `status: draft`.",
          "---\ntitle: Talks\ndate: 2025-08-20\n---", "---\ntitle: Talks\ndate: 2025-08-20\n---\n\nThe talks ended."),
    error("link-dead", "a link leads to no page, or to no heading of it",
          "Links between files are paths as on the disk, and a # names a heading of the page. Drafts have no page. Pictures are\nnot kept in the archive: describe them, or link to where they are.",
          "[Ada](../actors/ada.md)", "[Ada](../actors/ada-example.md)"),
    warning("link-form", "something is written like a link, and is none",
            "No blank may stand between ] and ( or in the address, and the address must be a path or begin with https://.",
            "[Ada] (../actors/ada-example.md)", "[Ada](../actors/ada-example.md)"),
    warning("heading-form", "a heading lacks the blank behind its signs", "Without it, the signs are shown as text.",
            "##Who came", "## Who came"),
    error("fence-open", "a block of code has no end", "All that follows would be shown as code. Add a line with only ``` below it.",
          "```\nconst a = 1\n\nThe talks ended.", "```\nconst a = 1\n```\n\nThe talks ended."),
    warning("heading-jump", "a heading skips a level", "People who listen to a page step from level to level. Use one # more than in the heading above, not two.",
            "## The talks\n#### Who came", "## The talks\n### Who came"),
    warning("heading-second-title", "a text has two headings of the first level", "The first is the title. Write the others with ##.",
            "# Talks\n# Who came", "# Talks\n## Who came"),
    warning("text-mojibake", "letters were torn by a wrong encoding", "The text was read in one encoding and saved in another. Correct the letters.",
            "cafÃ©", "café"),
    warning("damaged-word", "a word of a clip looks damaged", "Words get split or glued together on the way. The tool changes no words: look at the source, correct the file.",
            "the st ates of Ruritania", "the states of Ruritania"),
)  # fmt: skip
