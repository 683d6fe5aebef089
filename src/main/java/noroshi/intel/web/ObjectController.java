package noroshi.intel.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.intel.LibraryObject;
import noroshi.membership.Members;
import noroshi.shared.Actor;
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
    private static final String STIX = "application/stix+json;version=2.1";

    private final IntelLibrary library;
    private final Members members;

    ObjectController(IntelLibrary library, Members members) {
        this.library = library;
        this.members = members;
    }

    @GetMapping
    Page show(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var object = library.show(id, actor);
        var pages = Pages.of(page, ROWS);
        var relations = library.relations(object, pages.window(), actor);
        return new Page(
                "intel/object",
                new ObjectPage(
                        object,
                        library.bundle(object.bundle(), actor),
                        source(object),
                        library.indicatorsOf(List.of(id), actor),
                        pages.shown(relations),
                        pages.number(),
                        pages.more(relations)));
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
