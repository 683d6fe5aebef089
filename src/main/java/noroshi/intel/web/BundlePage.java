package noroshi.intel.web;

import static noroshi.site.Ui.number;
import static noroshi.site.Ui.text;
import static noroshi.site.Ui.word;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import noroshi.intel.Bundle;
import noroshi.intel.ImportReport;
import noroshi.intel.IndicatorType;
import noroshi.site.Step;

/** A bundle: what was taken, what was refused and why, and what its indicators look for. */
public record BundlePage(
        Bundle bundle,
        String importer,
        ImportReport report,
        String type,
        Listing listing,
        Pages pages,
        boolean mayWrite,
        boolean mayHandOut) {

    public List<Step> crumbs() {
        return List.of(new Step(text("intel.title"), "/intel", false), new Step(bundle.fileName(), path(), true));
    }

    public boolean more() {
        return pages.more(listing.rows());
    }

    public String path() {
        return "/intel/bundles/" + bundle.id();
    }

    public List<Step> tabs() {
        return List.of(
                tab(
                        "indicators",
                        report.indicators().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum()),
                tab("objects", bundle.taken() + bundle.known()),
                tab("refused", bundle.refused()),
                tab("remarks", report.remarks().size()));
    }

    private Step tab(String name, int count) {
        var label = text("intel.tab." + name) + " " + number(count);
        return new Step(label, path() + "?show=" + name, listing.name().equals(name));
    }

    /** The kinds within the list that is looked at, to narrow it; none for refusals and remarks. */
    public List<Step> kinds() {
        return switch (listing) {
            case Listing.Indicators _ ->
                report.indicators().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> kind(entry.getKey().code(), label(entry.getKey()), entry.getValue()))
                        .toList();
            case Listing.Objects _ ->
                report.types().entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(entry -> kind(entry.getKey(), entry.getKey(), entry.getValue()))
                        .toList();
            case Listing.Refusals _, Listing.Remarks _ -> List.of();
        };
    }

    private static String label(IndicatorType type) {
        return word("intel.indicator-type", type);
    }

    private Step kind(String code, String label, int count) {
        var current = type.equals(code);
        var address = path() + "?show=" + listing.name() + (current ? "" : "&type=" + code);
        return new Step(label + " " + number(count), address, current);
    }
}
