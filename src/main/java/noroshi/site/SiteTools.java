package noroshi.site;

/** What a page needs from the application: words, dates, files, navigation, and who the reader is. */
record SiteTools(
        SiteSettings settings, Words words, Dates dates, Assets assets, Navigation navigation, ReaderProfile profile) {}
