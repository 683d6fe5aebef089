package noroshi.site;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The signed-in person as every page shows them.
 *
 * @param name how they are called
 * @param organisation name of the organisation of the acting seat
 * @param others the organisations they could act for instead
 * @param locale the language they chose
 * @param level the level they read last
 * @param theme light or dark
 */
public record Reader(String name, String organisation, List<Chair> others, Locale locale, Level level, Theme theme) {
    public Reader {
        others = List.copyOf(others);
    }

    /** A seat in another organisation. */
    public record Chair(UUID organisation, String name) {}
}
