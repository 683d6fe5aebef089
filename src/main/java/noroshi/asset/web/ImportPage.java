package noroshi.asset.web;

import java.util.List;
import noroshi.asset.SheetLine;
import noroshi.site.FormErrors;

/**
 * The form that brings many assets at once.
 *
 * @param bad lines that stand in the way, the first of them
 * @param wrong how many there are
 */
public record ImportPage(String kind, String lines, List<SheetLine.Bad> bad, int wrong, int good, FormErrors errors) {
    static final int SHOWN = 100;

    static ImportPage empty() {
        return new ImportPage("", "", List.of(), 0, 0, FormErrors.none());
    }
}
