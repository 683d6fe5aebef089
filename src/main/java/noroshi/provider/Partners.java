package noroshi.provider;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.intel.blocklist.Confirmations;
import noroshi.intel.blocklist.Response;
import noroshi.intel.enquiry.Answering;
import noroshi.intel.enquiry.Enquiries;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which organisation a partner is, and what went to and fro with it beside the exchange of machines. */
@Service
@Transactional(readOnly = true)
public class Partners {
    private final PartnerStore store;
    private final ProviderStore providers;
    private final Enquiries enquiries;
    private final Confirmations confirmations;
    private final AuditTrail audit;
    private final Clock clock;

    Partners(
            PartnerStore store,
            ProviderStore providers,
            Enquiries enquiries,
            Confirmations confirmations,
            AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.providers = providers;
        this.enquiries = enquiries;
        this.confirmations = confirmations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the organisation that a partner is was asked and sent, as far as the actor sees that of any provider.
     *
     * @param answering nothing for who sees no answers of providers
     * @param response nothing for who sees no other recipients of block lists
     */
    public record Dealings(UUID organisation, Optional<Answering> answering, Optional<Response> response) {}

    /** Nothing, where nobody has said which organisation it is. */
    public Optional<Dealings> dealings(UUID provider, Actor actor) {
        visible(provider, actor);
        return store.organisation(provider)
                .map(organisation -> new Dealings(
                        organisation, enquiries.answering(organisation, actor), confirmations.of(organisation, actor)));
    }

    /** The partner that an organisation is; nothing for who does not look at providers. */
    public Optional<Provider> of(UUID organisation, Actor actor) {
        return Providers.mayLook(actor) ? store.provider(organisation).flatMap(providers::visible) : Optional.empty();
    }

    /** Which organisations it may be. */
    public List<UUID> choices(UUID provider, Actor actor) {
        visible(provider, actor);
        return store.free(provider);
    }

    /** Says which organisation a partner is, or that it is none. */
    @Transactional
    public void name(UUID id, Optional<UUID> organisation, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        visible(id, actor);
        providers.hold(id);
        if (store.organisation(id).equals(organisation)) {
            return;
        }
        store.forget(id);
        organisation.ifPresent(named -> {
            if (!store.free(id).contains(named) || !store.name(id, named, actor, clock.instant())) {
                throw new RuleBroken("provider.rule.organisation");
            }
        });
        audit.record(
                actor,
                "provider.organisation-named",
                id,
                Map.of("organisation", organisation.map(UUID::toString).orElse("")));
    }

    private void visible(UUID provider, Actor actor) {
        actor.require(Role.ADMINISTRATOR, Role.EDITOR);
        if (providers.visible(provider).isEmpty()) {
            throw new NotFound();
        }
    }
}
