package noroshi.intel.web;

import java.util.Optional;
import java.util.stream.Collectors;
import noroshi.intel.FoundObject;
import noroshi.intel.ObjectFinder;
import noroshi.intel.ObjectQuestion;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.site.Page;
import noroshi.site.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Objects of the library are looked for; the question stands in the address. */
@Controller
class ObjectsController {
    private final ObjectFinder finder;
    private final Members members;

    ObjectsController(ObjectFinder finder, Members members) {
        this.finder = finder;
        this.members = members;
    }

    @GetMapping("/intel/objects")
    Page find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        var question = new ObjectQuestion(q, type, ObjectQuestion.Place.parse(after));
        var found = finder.find(question, actor);
        var bringers = found.rows().stream()
                .map(FoundObject::bringer)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        var names = members.organisations(bringers).values().stream()
                .collect(Collectors.toMap(OrganisationName::id, name -> name.in(Ui.locale())));
        return new Page("intel/objects", new ObjectsPage(question, found, names));
    }
}
