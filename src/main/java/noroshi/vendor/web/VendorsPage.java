package noroshi.vendor.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.desk.Matter;
import noroshi.site.FormErrors;
import noroshi.vendor.Service;
import noroshi.vendor.Vendor;

/**
 * The list of vendors.
 *
 * @param keeps the reader keeps it
 * @param from the matter from which somebody chooses one
 * @param handing what was typed to hand that matter over
 * @param typed what was typed to list another
 */
public record VendorsPage(
        List<Vendor> vendors, boolean keeps, Optional<Matter> from, Handing handing, Typed typed, FormErrors errors) {
    /** With whom a matter goes on, and what they are to do. */
    public record Handing(String vendor, String scope) {
        static final Handing NOTHING = new Handing("", "");
    }

    /** A vendor as somebody types it. */
    public record Typed(
            String nameJa,
            String nameEn,
            String kana,
            Set<Service> services,
            String words,
            String phone,
            boolean always,
            String address) {
        static final Typed NOTHING = new Typed("", "", "", Set.of(), "", "", false, "");

        public Typed {
            services = Set.copyOf(services);
        }

        /** As the boxes of the form are called. */
        public Set<String> chosen() {
            return services.stream().map(Service::name).collect(Collectors.toSet());
        }
    }
}
