package noroshi.provider.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.provider.Partners;
import noroshi.provider.Providers;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Choice;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Puts together which organisation a partner is, and which it may be. */
@Component
class Partnerships {
    private final Partners partners;
    private final Members members;

    Partnerships(Partners partners, Members members) {
        this.partners = partners;
        this.members = members;
    }

    Partnership of(UUID provider, Actor actor) {
        var dealings = partners.dealings(provider, actor);
        var ids = new ArrayList<>(Providers.maySetUp(actor) ? partners.choices(provider, actor) : List.<UUID>of());
        dealings.map(Partners.Dealings::organisation)
                .filter(named -> !ids.contains(named))
                .ifPresent(ids::add);
        var names = members.organisations(ids);
        return new Partnership(
                dealings,
                dealings.map(known -> names.get(known.organisation()))
                        .map(Partnerships::called)
                        .orElse(""),
                ids.stream()
                        .map(names::get)
                        .map(each -> new Choice(each.id().toString(), called(each)))
                        .toList(),
                Providers.maySetUp(actor));
    }

    private static String called(OrganisationName name) {
        return name.in(Ui.locale());
    }

    void name(UUID provider, String organisation, Actor actor) {
        partners.name(provider, id(organisation), actor);
    }

    private static Optional<UUID> id(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException malformed) {
            throw new RuleBroken("provider.rule.organisation");
        }
    }
}
