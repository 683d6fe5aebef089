package noroshi.vendor;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * Somebody whom one may hire.
 *
 * @param kana how the name is read, which is the only order of the list
 * @param always answers the telephone at any hour
 * @param ended not listed any more
 */
public record Vendor(
        UUID id,
        String nameJa,
        String nameEn,
        String kana,
        Set<Service> services,
        String words,
        String phone,
        boolean always,
        String address,
        boolean ended) {
    private static final int NAME = 100;
    private static final int WORDS = 500;
    private static final int PHONE = 40;
    private static final int ADDRESS = 200;

    public Vendor {
        nameJa = nameJa.strip();
        nameEn = nameEn.strip();
        kana = kana.strip();
        words = words.strip();
        phone = phone.strip();
        address = address.strip();
        services = Set.copyOf(services);
        if (nameJa.isEmpty() || nameEn.isEmpty() || kana.isEmpty()) {
            throw new RuleBroken("vendor.name-missing");
        }
        if (services.isEmpty()) {
            throw new RuleBroken("vendor.service-missing");
        }
        if (nameJa.length() > NAME
                || nameEn.length() > NAME
                || kana.length() > NAME
                || words.length() > WORDS
                || phone.length() > PHONE
                || address.length() > ADDRESS
                || (nameJa + nameEn + kana + words + phone + address).indexOf('\0') >= 0) {
            throw new RuleBroken("vendor.too-long");
        }
        if (!address.isEmpty() && !address.startsWith("https://")) {
            throw new RuleBroken("vendor.address-wrong");
        }
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameJa;
    }
}
