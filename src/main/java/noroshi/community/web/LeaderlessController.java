package noroshi.community.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.community.Leaderless;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the last lead has gone, the Centre names one of those who are left. */
@Controller
@RequestMapping("/communities")
class LeaderlessController {
    private final Leaderless leaderless;
    private final Members members;

    LeaderlessController(Leaderless leaderless, Members members) {
        this.leaderless = leaderless;
        this.members = members;
    }

    @GetMapping("/leaderless")
    Page list(Actor actor) {
        var all = leaderless.list(actor);
        var names = members.names(all.stream()
                .flatMap(each -> each.candidates().stream())
                .distinct()
                .toList());
        return new Page(
                "community/leaderless",
                new LeaderlessPage(all.stream()
                        .map(each -> new LeaderlessPage.Line(
                                each.id(),
                                each.name().in(Ui.locale()),
                                each.requests(),
                                each.candidates().stream()
                                        .flatMap(person -> Optional.ofNullable(names.get(person)).stream()
                                                .map(name -> new Choice(person.toString(), name.in(Ui.locale()))))
                                        .toList()))
                        .toList()));
    }

    @PostMapping("/{id}/appointment")
    Redirect appoint(@PathVariable UUID id, @RequestParam UUID person, Actor actor) {
        leaderless.appoint(id, person, actor);
        return Redirect.to("/communities/leaderless").saying("community.appointed");
    }
}
