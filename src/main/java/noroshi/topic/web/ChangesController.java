package noroshi.topic.web;

import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.site.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed between two versions, and who has read which. */
@Controller
class ChangesController {
    private final ChangesPages changes;
    private final ReadersPages readers;

    ChangesController(ChangesPages changes, ReadersPages readers) {
        this.changes = changes;
        this.readers = readers;
    }

    @GetMapping("/topics/{id}/changes")
    Page changes(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "0") int to,
            @RequestParam(defaultValue = "") String level,
            Actor actor) {
        return new Page("topic/changes", changes.page(id, from, to, Reading.level(level), actor));
    }

    @GetMapping("/topics/{id}/readers")
    Page readers(@PathVariable UUID id, Actor actor) {
        return new Page("topic/readers", readers.page(id, actor));
    }
}
