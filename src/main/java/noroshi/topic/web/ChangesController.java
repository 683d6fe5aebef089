package noroshi.topic.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.topic.Readership;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed between two versions, and who has read which. */
@Controller
class ChangesController {
    private final ChangesPages changes;
    private final ReadersPages readers;
    private final Readership readership;

    ChangesController(ChangesPages changes, ReadersPages readers, Readership readership) {
        this.readership = readership;
        this.changes = changes;
        this.readers = readers;
    }

    @GetMapping("/topics/{id}/changes")
    Page changes(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam(defaultValue = "") String level,
            HttpServletRequest request,
            Actor actor) {
        Reading.refusePrefetch(request);
        var wanted = Reading.level(level);
        var page = changes.page(id, from, to, wanted, actor);
        if (!Reading.peeks(request)) {
            readership.open(id, wanted, Optional.of(page.to().number()), Set.of(), actor);
        }
        return new Page("topic/changes", page);
    }

    @GetMapping("/topics/{id}/readers")
    Page readers(@PathVariable UUID id, Actor actor) {
        return new Page("topic/readers", readers.page(id, actor));
    }
}
