package noroshi.desk.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.desk.Party;
import noroshi.desk.PartyLists;
import noroshi.desk.SystemName;
import noroshi.desk.Trigger;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk keeps the lists of who is to be told. */
@Controller
class PartyController {
    private static final int ALL = 1000;

    private final PartyLists parties;
    private final Members members;
    private final Names names;

    PartyController(PartyLists parties, Members members, Names names) {
        this.parties = parties;
        this.members = members;
        this.names = names;
    }

    @GetMapping("/desk/parties")
    Page list(Actor actor) {
        return page(Map.of(), FormErrors.none(), actor);
    }

    private Page page(Map<String, String> typed, FormErrors errors, Actor actor) {
        var all = parties.all(actor);
        var known = names.of(all.stream().map(Party::organisation), Stream.empty());
        return new Page(
                "desk/parties",
                new PartyPage(
                        all.stream().map(party -> line(party, known)).toList(),
                        parties.systems(actor),
                        members.organisationsCalled("", ALL).stream()
                                .map(name -> new Choice(name.id().toString(), name.in(Ui.locale())))
                                .toList(),
                        typed,
                        errors));
    }

    private static PartyPage.Line line(Party party, Names.Found known) {
        return new PartyPage.Line(
                party.id(),
                party.code().isEmpty()
                        ? Ui.word("desk.trigger", party.trigger())
                        : Ui.text("desk.party.when", Ui.word("desk.trigger", party.trigger()), party.code()),
                known.organisation(party.organisation()),
                AskPages.sees(party.damage(), party.technical()));
    }

    @PostMapping("/desk/parties")
    Object add(
            @RequestParam Trigger trigger,
            @RequestParam(defaultValue = "") String code,
            @RequestParam UUID organisation,
            @RequestParam(defaultValue = "false") boolean damage,
            @RequestParam(defaultValue = "false") boolean technical,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        try {
            parties.add(trigger, code, organisation, damage, technical, actor);
            return Redirect.to("/desk/parties").saying("desk.party.added");
        } catch (RuleBroken refusal) {
            return page(typed, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/desk/parties/{party}")
    Redirect end(@PathVariable UUID party, Actor actor) {
        parties.end(party, actor);
        return Redirect.to("/desk/parties").saying("desk.party.ended");
    }

    @PostMapping("/desk/systems")
    Object addSystem(
            @RequestParam(defaultValue = "") String system,
            @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        try {
            parties.addSystem(new SystemName(system.strip(), nameJa.strip(), nameEn.strip()), actor);
            return Redirect.to("/desk/parties").saying("desk.system.added");
        } catch (RuleBroken refusal) {
            return page(typed, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
