package noroshi.intel.web;

import java.util.Arrays;
import java.util.List;
import noroshi.intel.Bundle;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/**
 * The list of bundles, and the form that brings another.
 *
 * @param largest mebibytes of the largest file
 */
public record LibraryPage(
        List<Row> rows, int number, boolean more, boolean mayImport, long largest, ImportForm form, FormErrors errors) {

    /** A bundle with the name of who brought it. */
    public record Row(Bundle bundle, String importer) {}

    public List<Choice> labels() {
        return Arrays.stream(Tlp.values())
                .map(tlp -> new Choice(tlp.name(), tlp.label()))
                .toList();
    }
}
