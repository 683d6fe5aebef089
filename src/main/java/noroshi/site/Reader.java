package noroshi.site;

import java.util.Locale;

/**
 * The signed-in person as every page shows them.
 *
 * @param name how they are called
 * @param organisation name of the organisation of the acting seat
 * @param locale the language they chose
 * @param level the level they read last
 * @param theme light or dark
 */
public record Reader(String name, String organisation, Locale locale, Level level, Theme theme) {}
