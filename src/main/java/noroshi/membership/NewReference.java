package noroshi.membership;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One line of reference data as it arrives.
 *
 * @param more further columns by name, such as {@code support_coordination} of a category
 */
public record NewReference(
        String code,
        String name,
        String nameEn,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Map<String, String> more) {
    public NewReference {
        more = Map.copyOf(more);
    }

    String more(String column, String otherwise) {
        var value = more.getOrDefault(column, "");
        return value.isEmpty() ? otherwise : value;
    }
}
