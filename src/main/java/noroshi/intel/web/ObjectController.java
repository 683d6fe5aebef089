package noroshi.intel.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.Indicator;
import noroshi.intel.IntelLibrary;
import noroshi.intel.LibraryObject;
import noroshi.intel.Spelling;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One object, as a page and as it was received. */
@Controller
@RequestMapping("/intel/objects/{id}")
class ObjectController {
    private static final int ROWS = 50;
    private static final Set<String> VALUES = Set.of("domain-name", "ipv4-addr", "ipv6-addr", "url", "email-addr");
    private static final String STIX = "application/stix+json;version=2.1";

    private final IntelLibrary library;
    private final Indicators indicators;
    private final Members members;

    ObjectController(IntelLibrary library, Indicators indicators, Members members) {
        this.library = library;
        this.indicators = indicators;
        this.members = members;
    }

    @GetMapping
    Page show(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var object = library.show(id, actor);
        var pages = Pages.of(page, ROWS);
        var relations = library.relations(object, pages.window(), actor);
        var named = library.indicatorsOf(List.of(id), actor);
        var forms = forms(object, named);
        var lives = forms.isEmpty() ? List.<Life>of() : indicators.find(Asked.whole(forms), new Window(0, ROWS), actor);
        return new Page(
                "intel/object",
                new ObjectPage(
                        object,
                        library.bundle(object.bundle(), actor),
                        source(object),
                        named,
                        lives,
                        indicators.tallies(lives.stream().map(Life::id).toList(), actor),
                        pages.shown(relations),
                        pages.number(),
                        pages.more(relations)));
    }

    /** What it looks for, and what it is itself. */
    private static List<Spelling.Form> forms(LibraryObject object, List<Indicator> named) {
        var own = VALUES.contains(object.type()) ? Spelling.form(object.name()) : Optional.<Spelling.Form>empty();
        return Stream.concat(own.stream(), named.stream().map(each -> new Spelling.Form(each.type(), each.value())))
                .distinct()
                .limit(ROWS)
                .toList();
    }

    private String source(LibraryObject object) {
        return object.nameless()
                ? Ui.text("intel.source.nameless")
                : members.organisations(object.bringer().stream().toList()).values().stream()
                        .map(name -> name.in(Ui.locale()))
                        .findFirst()
                        .orElse("");
    }

    @GetMapping("/json")
    ResponseEntity<byte[]> asReceived(@PathVariable UUID id, Actor actor) {
        var object = library.show(id, actor);
        var name = ContentDisposition.attachment()
                .filename(object.stixId() + ".json")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CONTENT_TYPE, STIX)
                .body(object.text().getBytes(StandardCharsets.UTF_8));
    }
}
