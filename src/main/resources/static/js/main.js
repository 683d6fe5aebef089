/* The page works without any of this; each module attaches itself by a data attribute. */
