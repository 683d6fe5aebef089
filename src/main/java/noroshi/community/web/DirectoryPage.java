package noroshi.community.web;

import java.util.List;
import noroshi.community.DirectoryEntry;
import noroshi.community.DirectoryFilter;
import noroshi.site.Choice;
import noroshi.site.Ui;

/** The directory as its reader finds it. */
public record DirectoryPage(
        DirectoryFilter filter,
        List<DirectoryEntry> entries,
        List<Choice> categories,
        List<Choice> sectors,
        int number,
        boolean more) {

    /** The title of a person in the reader's language. */
    public static String title(DirectoryEntry.Person person) {
        var english =
                Ui.locale().getLanguage().equals("en") && !person.titleEn().isEmpty();
        return english ? person.titleEn() : person.titleJa();
    }
}
