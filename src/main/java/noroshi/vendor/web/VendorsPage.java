package noroshi.vendor.web;

import java.util.List;
import java.util.Optional;
import noroshi.desk.Matter;
import noroshi.site.FormErrors;
import noroshi.vendor.Vendor;

/**
 * The list of vendors.
 *
 * @param keeps the reader keeps it
 * @param from the matter from which somebody chooses one
 */
public record VendorsPage(
        List<Vendor> vendors, boolean keeps, Optional<Matter> from, String scope, FormErrors errors) {}
