package noroshi.intel.blocklist.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Spelling;
import noroshi.intel.blocklist.Blocklist;
import noroshi.intel.blocklist.Blocklists;
import noroshi.intel.blocklist.Confirmation;
import noroshi.intel.blocklist.Confirmations;
import noroshi.intel.blocklist.Received;
import noroshi.intel.blocklist.Standing;
import noroshi.intel.warning.WarningLists;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One list: for the Centre everybody's standing, for a recipient its own share and what it says of it. */
@Controller
@RequestMapping("/intel/blocklists")
class BlocklistController {
    private final Blocklists blocklists;
    private final Confirmations confirmations;
    private final WarningLists warnings;
    private final Members members;
    private final SiteSettings settings;

    BlocklistController(
            Blocklists blocklists,
            Confirmations confirmations,
            WarningLists warnings,
            Members members,
            SiteSettings settings) {
        this.blocklists = blocklists;
        this.confirmations = confirmations;
        this.warnings = warnings;
        this.members = members;
        this.settings = settings;
    }

    @GetMapping
    Page list(Actor actor) {
        var lists = blocklists.all(actor);
        var standings = blocklists.standings(lists.stream().map(Blocklist::id).toList(), actor).stream()
                .collect(Collectors.groupingBy(Standing::list));
        return new Page(
                "intel/blocklists/list",
                new BlocklistsPage(
                        blocklists.blocking(actor), lists, standings, confirmations.all(actor), blocklists.now()));
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return show(id, "", FormErrors.none(), actor);
    }

    private Page show(UUID id, String reason, FormErrors errors, Actor actor) {
        var list = blocklists.show(id, actor);
        if (!blocklists.blocking(actor)) {
            return received(confirmations.received(id, actor).orElseThrow(NotFound::new), "", reason, errors);
        }
        var entries = blocklists.entries(id, actor);
        var standings = blocklists.standings(List.of(id), actor);
        var organisations = standings.stream().map(Standing::organisation).collect(Collectors.toSet());
        return new Page(
                "intel/blocklists/show",
                new BlocklistPage(
                        list,
                        entries,
                        blocklists.blocked(entries, actor),
                        list.takenBack().isEmpty() ? blocklists.waiting(id, actor) : List.of(),
                        blocklists.sent(id, actor),
                        standings,
                        blocklists.products(id, actor),
                        names(organisations),
                        Optional.ofNullable(members.names(Set.of(list.madeBy())).get(list.madeBy()))
                                .map(name -> name.in(Ui.locale()))
                                .orElse("–"),
                        reason,
                        errors,
                        blocklists.now()));
    }

    private Page received(Received received, String product, String words, FormErrors errors) {
        var address = settings.url().toString().replaceFirst("/$", "");
        return new Page(
                "intel/blocklists/received",
                new ReceivedListPage(received, address, product, words, errors, blocklists.now()));
    }

    private Map<UUID, String> names(Set<UUID> organisations) {
        return members.organisations(new HashSet<>(organisations)).values().stream()
                .collect(Collectors.toMap(OrganisationName::id, name -> name.in(Ui.locale())));
    }

    private Page again(UUID id, String reason, RuleBroken refusal, Actor actor) {
        var errors = FormErrors.none().and("reason", refusal.key(), refusal.arguments());
        return show(id, reason, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{id}/exceptions")
    Object except(
            @PathVariable UUID id,
            @RequestParam UUID value,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        try {
            warnings.except(form(id, value, actor), reason, actor);
            return Redirect.to("/intel/blocklists/" + id).saying("blocklist.excepted");
        } catch (RuleBroken refusal) {
            return again(id, reason, refusal, actor);
        }
    }

    private Spelling.Form form(UUID id, UUID value, Actor actor) {
        return blocklists.entries(id, actor).stream()
                .filter(entry -> entry.value().equals(value))
                .findFirst()
                .orElseThrow(NotFound::new)
                .form();
    }

    @PostMapping("/{id}/withdrawal")
    Object takeBack(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> value,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        try {
            value.ifPresentOrElse(
                    one -> blocklists.takeBack(id, one, reason, actor),
                    () -> blocklists.takeBackAll(id, reason, actor));
            return Redirect.to("/intel/blocklists/" + id).saying("blocklist.taken-back");
        } catch (RuleBroken refusal) {
            return again(id, reason, refusal, actor);
        }
    }

    @PostMapping("/{id}/reminders")
    Object remind(@PathVariable UUID id, Actor actor) {
        try {
            return Redirect.to("/intel/blocklists/" + id).saying("blocklist.reminded", blocklists.remind(id, actor));
        } catch (RuleBroken refusal) {
            return again(id, "", refusal, actor);
        }
    }

    @PostMapping("/{id}/confirmations")
    Object confirm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String product,
            @RequestParam Confirmation.State state,
            @RequestParam Optional<Long> hits,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        try {
            confirmations.confirm(id, new Confirmation(product, state, hits, day(since), words), actor);
            return Redirect.to("/intel/blocklists/" + id).saying("blocklist.confirmed");
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("product", refusal.key(), refusal.arguments());
            var received = confirmations.received(id, actor).orElseThrow(NotFound::new);
            return received(received, product, words, errors).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Optional<Instant> day(String typed) {
        try {
            return typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(typed.strip())
                            .atStartOfDay(settings.tz())
                            .toInstant());
        } catch (DateTimeParseException odd) {
            throw new RuleBroken("blocklist.rule.hits");
        }
    }
}
