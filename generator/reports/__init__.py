"""Problems as a person, GitHub, an editor or another program reads them: one module for each form."""
