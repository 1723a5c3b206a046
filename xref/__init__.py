"""Whether claims of different documents are about the same thing, and can both be true."""
