package noroshi.community;

import java.util.List;
import java.util.Optional;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;
import noroshi.shared.Role;

/**
 * One organisation as a reader finds it in the directory.
 *
 * @param phone how to reach it, where it shows that to the reader
 * @param always whether somebody answers at any hour
 * @param window how many people hold its window
 * @param people those of its contacts whom the reader knows
 */
public record DirectoryEntry(
        OrganisationName organisation,
        String categories,
        String sectors,
        Optional<String> phone,
        boolean always,
        int window,
        List<Person> people) {

    /** A contact the reader knows. */
    public record Person(PersonName name, String titleJa, String titleEn, boolean window, List<Role> roles) {}
}
