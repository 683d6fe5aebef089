package noroshi.desk;

import java.util.Locale;

/** A system whose parties were rehearsed. */
public record SystemName(String code, String nameJa, String nameEn) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? nameJa : nameEn;
    }
}
