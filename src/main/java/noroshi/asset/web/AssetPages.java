package noroshi.asset.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.asset.Asset;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetFilter;
import noroshi.asset.AssetFilter.Show;
import noroshi.asset.AssetKind;
import noroshi.asset.AssetNoes;
import noroshi.asset.AssetProofs;
import noroshi.asset.AssetRegister;
import noroshi.asset.Claim;
import noroshi.asset.EarlierNo;
import noroshi.asset.Holding;
import noroshi.asset.Refused;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the pages of the register. */
@Component
class AssetPages {
    private static final int ROWS = 100;

    private final AssetRegister register;
    private final AssetApprovals approvals;
    private final AssetProofs proofs;
    private final AssetNoes noes;
    private final Members members;
    private final Clock clock;

    AssetPages(
            AssetRegister register,
            AssetApprovals approvals,
            AssetProofs proofs,
            AssetNoes noes,
            Members members,
            Clock clock) {
        this.noes = noes;
        this.register = register;
        this.approvals = approvals;
        this.proofs = proofs;
        this.members = members;
        this.clock = clock;
    }

    Page list(AssetFilter filter, int page, Actor actor) {
        var number = Math.clamp(page, 1, 10_000);
        var watching = register.watching(actor);
        if (watching && filter.organisation().isEmpty()) {
            return holdings(number, actor);
        }
        var found = register.list(filter, window(number), actor);
        var of = filter.organisation().filter(id -> watching);
        var whose = of.orElse(actor.organisation());
        var kinds = register.kinds(whose, actor);
        return new Page(
                "asset/list",
                new AssetsPage(
                        of.map(this::organisation),
                        shown(found),
                        filter,
                        Arrays.stream(AssetKind.values())
                                .filter(kinds::containsKey)
                                .map(kind -> Ui.word("asset.kind", kind) + " " + Ui.number(kinds.getOrDefault(kind, 0)))
                                .toList(),
                        shows(filter.show()),
                        clock.instant(),
                        number,
                        found.size() > ROWS,
                        !watching && AssetRegister.mayRegister(actor),
                        watching,
                        filter.show() == Show.EXPIRING && !watching ? register.ending(actor) : 0));
    }

    private OrganisationName organisation(UUID id) {
        return Optional.ofNullable(members.organisations(List.of(id)).get(id)).orElseThrow(NotFound::new);
    }

    private static List<Step> shows(Show current) {
        return Arrays.stream(Show.values())
                .map(show -> new Step(
                        Ui.word("asset.show", show),
                        Ui.with("show", show.name().toLowerCase(Locale.ROOT)),
                        show == current))
                .toList();
    }

    private Page holdings(int number, Actor actor) {
        var found = register.holdings(window(number), actor);
        var names = names(found.stream().map(Holding::organisation).toList());
        return new Page(
                "asset/holdings",
                new HoldingsPage(
                        shown(found).stream()
                                .map(it -> new HoldingsPage.Line(it, names.getOrDefault(it.organisation(), "")))
                                .toList(),
                        approvals.waiting(actor),
                        number,
                        found.size() > ROWS));
    }

    Page show(UUID id, String reason, FormErrors errors, Actor actor) {
        var asset = register.show(id, actor);
        var own = asset.organisation().equals(actor.organisation()) && AssetRegister.mayRegister(actor);
        var registered = asset.state() instanceof Asset.State.Registered;
        var decided = switch (asset.state()) {
            case Asset.State.Registered it -> it.by().map(this::person).orElse("");
            case Asset.State.Declined it -> person(it.by());
            case Asset.State.Removed it -> person(it.by());
            case Asset.State.Waiting waiting -> "";
        };
        var refused = noes.refused(asset, actor);
        return new Page(
                "asset/show",
                new AssetPage(
                        asset,
                        organisation(asset.organisation()).in(Ui.locale()),
                        person(asset.askedBy()),
                        decided,
                        clock.instant(),
                        own && registered,
                        asset.removable() && (own || register.watching(actor)),
                        !asset.organisation().equals(actor.organisation()),
                        reason,
                        proofs.provable(asset, actor),
                        proofs.open(id, actor),
                        proofs.goesOn().toDays(),
                        refused,
                        refused.flatMap(Refused::lifting)
                                .map(lifting -> person(lifting.by()))
                                .orElse(""),
                        noes.against(id, actor),
                        errors));
    }

    Page approvals(Optional<UUID> organisation, int page, String reason, FormErrors errors, Actor actor) {
        var number = Math.clamp(page, 1, 10_000);
        var found = approvals.waiting(organisation, window(number), actor);
        var claims = shown(found);
        var names = names(claims.stream()
                .flatMap(claim -> Stream.concat(Stream.of(claim.asset().organisation()), claim.others().stream()))
                .toList());
        var earlier =
                noes.against(claims.stream().map(claim -> claim.asset().id()).toList(), actor);
        var groups = claims.stream()
                .collect(groupingBy(
                        claim -> names.getOrDefault(claim.asset().organisation(), ""),
                        LinkedHashMap::new,
                        mapping(claim -> line(claim, names, earlier), toList())));
        return new Page(
                "asset/approvals",
                new ApprovalsPage(
                        groups.entrySet().stream()
                                .map(group -> new ApprovalsPage.Group(group.getKey(), group.getValue()))
                                .toList(),
                        approvals.waiting(actor),
                        number,
                        found.size() > ROWS,
                        reason,
                        errors));
    }

    private ApprovalsPage.Line line(Claim claim, Map<UUID, String> names, Map<UUID, EarlierNo> earlier) {
        return new ApprovalsPage.Line(
                claim,
                person(claim.asset().askedBy()),
                claim.others().stream()
                        .map(id -> names.getOrDefault(id, ""))
                        .collect(joining(Ui.text("asset.separator"))),
                Optional.ofNullable(earlier.get(claim.asset().id())));
    }

    private Map<UUID, String> names(Collection<UUID> organisations) {
        var names = new HashMap<UUID, String>();
        members.organisations(organisations).forEach((id, name) -> names.put(id, name.in(Ui.locale())));
        return names;
    }

    private String person(UUID id) {
        return Optional.ofNullable(members.names(List.of(id)).get(id))
                .map(name -> name.in(Ui.locale()))
                .orElse("");
    }

    private static Window window(int number) {
        return new Window((number - 1) * ROWS, ROWS + 1);
    }

    private static <T> List<T> shown(List<T> found) {
        return found.subList(0, Math.min(ROWS, found.size()));
    }
}
