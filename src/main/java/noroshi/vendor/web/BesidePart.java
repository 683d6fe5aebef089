package noroshi.vendor.web;

import java.util.List;
import noroshi.desk.Matter;
import noroshi.vendor.HandedOver;

/** With whom a matter went on. */
public record BesidePart(Matter matter, List<HandedOver> handed, boolean records) {}
