package noroshi.intel.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.IntelLibrary;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Window;
import noroshi.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One bundle, list by list. */
@Controller
class BundleController {
    private static final int ROWS = 100;

    private final IntelLibrary library;

    private final Importers importers;

    BundleController(IntelLibrary library, Importers importers) {
        this.library = library;
        this.importers = importers;
    }

    @GetMapping("/intel/bundles/{id}")
    Page show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var bundle = library.bundle(id, actor);
        var report = library.report(id, actor);
        var chosen = show.isEmpty() ? (report.indicators().isEmpty() ? "objects" : "indicators") : show;
        var pages = Pages.of(page, ROWS);
        var listing = listing(chosen, id, type, pages.window(), actor);
        return new Page(
                "intel/bundle",
                new BundlePage(
                        bundle,
                        importers.of(List.of(bundle)).getOrDefault(bundle.importedBy(), ""),
                        report,
                        type,
                        listing,
                        pages,
                        actor.is(Role.EDITOR),
                        IntelLibrary.mayHandOut(bundle, actor)));
    }

    private Listing listing(String show, UUID id, String type, Window window, Actor actor) {
        return switch (show) {
            case "indicators" -> new Listing.Indicators(library.indicatorsOf(id, indicatorType(type), window, actor));
            case "refused" -> new Listing.Refusals(library.refusals(id, window, actor));
            case "remarks" -> new Listing.Remarks(library.remarks(id, window, actor));
            default -> new Listing.Objects(library.contents(id, type, window, actor));
        };
    }

    private static Optional<IndicatorType> indicatorType(String code) {
        return Arrays.stream(IndicatorType.values())
                .filter(type -> type.code().equals(code))
                .findFirst();
    }
}
