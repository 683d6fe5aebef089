package noroshi.asset;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for those who publish values: what members have registered as theirs never leaves as an indicator. */
@Service
@Transactional(readOnly = true)
public class AssetGuard {
    private final GuardStore store;

    AssetGuard(GuardStore store) {
        this.store = store;
    }

    /**
     * Where a value points; empty texts where it does not.
     *
     * @param name in the letters of the domain name system
     * @param url in its canonical spelling
     * @param network an address or a range
     */
    public record Place(String name, String url, String network) {}

    /**
     * The names and networks that the actor's own organisation has registered and that are in force: domains, once more
     * with {@code *.} before them for all that is beneath, and the hosts of URLs alone.
     */
    public List<String> own(Actor actor) {
        return store.own(actor.organisation());
    }

    /** The places, by their number in the list from 0, that touch something registered. Not whose, and not what. */
    public Set<Integer> touched(List<Place> places, Actor actor) {
        return places.isEmpty() ? Set.of() : store.touched(places, Optional.empty());
    }

    /** Those of them that touch what the actor's own organisation registered. */
    public Set<Integer> touchedOfOwn(List<Place> places, Actor actor) {
        return places.isEmpty() ? Set.of() : store.touched(places, Optional.of(actor.organisation()));
    }
}
