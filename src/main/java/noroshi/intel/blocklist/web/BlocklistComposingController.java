package noroshi.intel.blocklist.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.Entry;
import noroshi.intel.blocklist.Reporters;
import noroshi.intel.blocklist.Standing;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.enquiry.Verdict;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A list is composed from what was pasted, a bulletin, or verdicts, and its recipients are chosen. */
@Controller
@RequestMapping("/intel/blocklists")
class BlocklistComposingController {
    private static final int FOUND = 30;

    private final Blocklists blocklists;
    private final Enquiries enquiries;
    private final Members members;

    BlocklistComposingController(Blocklists blocklists, Enquiries enquiries, Members members) {
        this.blocklists = blocklists;
        this.enquiries = enquiries;
        this.members = members;
    }

    @GetMapping("/new")
    Page compose(
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<UUID> topic,
            @RequestParam(defaultValue = "false") boolean verdicts,
            Actor actor) {
        requireBlocking(actor);
        var bulletins = blocklists.bulletins(actor);
        var title = bulletins.stream()
                .filter(each -> topic.filter(each.topic()::equals).isPresent())
                .map(Blocklists.Naming::title)
                .findFirst()
                .orElse("");
        var lines = Stream.of(
                        q.isBlank() ? Stream.<String>empty() : Stream.of(q),
                        topic.stream().flatMap(id -> blocklists.named(id, actor).stream()),
                        verdicts ? harmful(actor) : Stream.<String>empty())
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
        return page(BlocklistForm.EMPTY.with(title, lines), FormErrors.none(), actor);
    }

    private void requireBlocking(Actor actor) {
        if (!blocklists.blocking(actor)) {
            throw new NotAllowed();
        }
    }

    private Stream<String> harmful(Actor actor) {
        return enquiries.all(actor).stream()
                .filter(enquiry -> enquiry.answer()
                        .filter(answer -> answer.verdict() == Verdict.HARMFUL)
                        .isPresent())
                .map(enquiry -> enquiry.form().value())
                .distinct();
    }

    private Page page(BlocklistForm form, FormErrors errors, Actor actor) {
        return new Page("intel/blocklists/new", NewBlocklistPage.of(form, blocklists.bulletins(actor), errors));
    }

    @PostMapping
    Object make(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "AMBER") Tlp tlp,
            @RequestParam(defaultValue = "") String values,
            Actor actor) {
        requireBlocking(actor);
        var form = new BlocklistForm(title, note, tlp, values);
        try {
            var id = blocklists.make(form.made(), actor);
            return Redirect.to("/intel/blocklists/" + id).saying("blocklist.made");
        } catch (RuleBroken refusal) {
            var field = refusal.key().substring(refusal.key().lastIndexOf('.') + 1);
            var errors =
                    FormErrors.none().and(field.equals("label") ? "tlp" : field, refusal.key(), refusal.arguments());
            return page(form, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}/recipients")
    Page recipients(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") Set<UUID> to,
            Actor actor) {
        return recipients(id, q, to, FormErrors.none(), actor);
    }

    private Page recipients(UUID id, String q, Set<UUID> to, FormErrors errors, Actor actor) {
        var list = blocklists.show(id, actor);
        requireBlocking(actor);
        var has = blocklists.standings(List.of(id), actor).stream()
                .map(Standing::organisation)
                .collect(Collectors.toSet());
        var providers = blocklists.providers(actor);
        var called = q.isBlank()
                ? List.<OrganisationName>of()
                : members.organisationsCalled(q, FOUND).stream()
                        .filter(each -> !providers.contains(each.id()))
                        .toList();
        var shown = new HashSet<>(providers);
        shown.addAll(to);
        called.stream().map(OrganisationName::id).forEach(shown::add);
        members.centre().ifPresent(shown::remove);
        shown.removeAll(has);
        var names = members.organisations(shown).values().stream()
                .collect(Collectors.toMap(OrganisationName::id, name -> name.in(Ui.locale())));
        var chosen = to.stream()
                .filter(each -> names.containsKey(each) && !has.contains(each))
                .limit(Blocklists.RECIPIENTS)
                .collect(Collectors.toSet());
        var entries = blocklists.entries(id, actor);
        var blocked = blocklists.blocked(entries, actor);
        var free = entries.stream()
                .filter(entry -> !blocked.containsKey(entry.form()))
                .map(Entry::value)
                .collect(Collectors.toSet());
        var waiting = blocklists.waiting(id, actor).stream()
                .map(Reporters.Told::value)
                .collect(Collectors.toSet());
        return new Page(
                "intel/blocklists/recipients",
                new RecipientsPage(
                        list,
                        q,
                        choices(names, providers, true),
                        choices(names, providers, false),
                        chosen,
                        entries,
                        free,
                        blocklists.reach(id, chosen, actor),
                        waiting,
                        names,
                        errors));
    }

    private static List<Choice> choices(Map<UUID, String> names, Set<UUID> providers, boolean wanted) {
        return names.entrySet().stream()
                .filter(each -> providers.contains(each.getKey()) == wanted)
                .map(each -> new Choice(each.getKey().toString(), each.getValue()))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    @PostMapping("/{id}/recipients")
    Object push(@PathVariable UUID id, @RequestParam(defaultValue = "") Set<UUID> to, Actor actor) {
        try {
            var number = blocklists.push(id, to, actor);
            return Redirect.to("/intel/blocklists/" + id).saying("blocklist.sent-to", number);
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("to", refusal.key(), refusal.arguments());
            return recipients(id, "", to, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
