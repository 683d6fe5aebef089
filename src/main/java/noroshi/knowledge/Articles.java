package noroshi.knowledge;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.audit.AuditTrail;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Reporter;
import noroshi.desk.Triage;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of articles: the desk writes and keeps them, everybody reads those that are published. */
@Service
@Transactional
public class Articles {
    private static final int NEAR = 5;

    private final ArticleStore articles;
    private final ConsultationDesk desk;
    private final Triage triage;
    private final Members members;
    private final AuditTrail audit;
    private final Clock clock;

    Articles(
            ArticleStore articles,
            ConsultationDesk desk,
            Triage triage,
            Members members,
            AuditTrail audit,
            Clock clock) {
        this.articles = articles;
        this.desk = desk;
        this.triage = triage;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the actor writes articles. */
    @Transactional(readOnly = true)
    public boolean writes(Actor actor) {
        return articles.staff();
    }

    /** Refuses everybody but the desk, before anything they sent is looked at. */
    @Transactional(readOnly = true)
    public void enter(Actor actor) {
        requireStaff();
    }

    /** All the reader may read, or those that hold the words. */
    @Transactional(readOnly = true)
    public List<Article> all(String words, Actor actor) {
        return words.isBlank() ? articles.all() : articles.search(words);
    }

    @Transactional(readOnly = true)
    public Article show(UUID id, Actor actor) {
        return articles.find(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public Article show(UUID id, int version, Actor actor) {
        return articles.find(id, version).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Article> versions(UUID id, Actor actor) {
        return articles.versions(id);
    }

    /** Those near to what somebody begins to write, as far as they may read them; says nothing of any matter. */
    @Transactional(readOnly = true)
    public List<Article> whileWriting(String title, Actor actor) {
        return articles.near(title, NEAR);
    }

    /** Those near to a matter, for the duty officer; those that are linked already are not proposed. */
    @Transactional(readOnly = true)
    public List<Article> near(Matter matter, Actor actor) {
        if (!articles.staff()) {
            return List.of();
        }
        var linked = articles.of(matter.topic());
        return articles.near(matter.title(), NEAR + linked.size()).stream()
                .filter(it -> linked.stream().noneMatch(other -> other.id().equals(it.id())))
                .limit(NEAR)
                .toList();
    }

    /** Those linked to a matter, for the desk. */
    @Transactional(readOnly = true)
    public List<Article> of(Matter matter, Actor actor) {
        return articles.staff() ? articles.of(matter.topic()) : List.of();
    }

    /** The matters an article was learned from, for the desk. */
    @Transactional(readOnly = true)
    public List<Matter> matters(Article article, Actor actor) {
        return articles.matters(article.id()).stream()
                .flatMap(topic -> desk.around(topic, actor).stream())
                .toList();
    }

    /** What was learned from a matter, to begin an article with. */
    @Transactional(readOnly = true)
    public String lessons(Matter matter, Actor actor) {
        return triage.ticket(matter, actor).lessons();
    }

    public UUID write(Written it, Optional<Matter> matter, Actor actor) {
        requireStaff();
        var id = UUID.randomUUID();
        articles.insert(id);
        articles.insertVersion(id, 1, it, clock.instant(), actor);
        matter.ifPresent(from -> articles.link(id, from.topic(), clock.instant(), actor));
        audit.record(actor, "knowledge.article-written", id, Map.of("version", 1));
        return id;
    }

    /**
     * Writes the next version; what is published stays as it is until that one is published, too.
     *
     * @param seen the version the writer had before them; a newer one is never overwritten
     */
    public void revise(UUID id, Written it, int seen, Actor actor) {
        var article = locked(id);
        if (article.latest() != seen) {
            throw new RuleBroken("knowledge.stale");
        }
        articles.insertVersion(id, seen + 1, it, clock.instant(), actor);
        audit.record(actor, "knowledge.article-revised", id, Map.of("version", seen + 1));
    }

    /**
     * From now on everybody reads this version. One that names a matter it was learned from, or whose it was, is refused.
     *
     * @param version the version the publisher had before them
     */
    public void publish(UUID id, int version, Actor actor) {
        var article = locked(id);
        if (article.latest() != version) {
            throw new RuleBroken("knowledge.stale");
        }
        if (article.ended()) {
            throw new RuleBroken("knowledge.ended");
        }
        requireSilent(article, matters(article, actor), actor);
        articles.publish(id, Optional.of(version), clock.instant(), actor);
        audit.record(actor, "knowledge.article-published", id, Map.of("version", version));
    }

    /** Refuses words that say from which of these matters they were learned. */
    private void requireSilent(Article article, List<Matter> from, Actor actor) {
        var text = (article.title() + "\n" + article.body()).toLowerCase(Locale.ROOT);
        var told = from.stream()
                .flatMap(it -> telling(it, actor))
                .filter(it -> text.contains(it.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (told.isPresent()) {
            throw new RuleBroken("knowledge.tells", told.get());
        }
    }

    /** Words that say which matter it was, or whose. */
    private Stream<String> telling(Matter matter, Actor actor) {
        var names = members.organisations(
                matter.reporter().map(Reporter::organisation).stream().toList());
        return Stream.concat(
                Stream.of(
                        matter.reference(),
                        matter.title(),
                        triage.ticket(matter, actor).name()),
                names.values().stream().flatMap(it -> Stream.of(it.name(), it.nameEn())));
    }

    /** Nobody outside the desk reads it any more. */
    public void takeBack(UUID id, Actor actor) {
        if (locked(id).published().isPresent()) {
            articles.publish(id, Optional.empty(), clock.instant(), actor);
            audit.record(actor, "knowledge.article-taken-back", id, Map.of());
        }
    }

    /** It holds no longer: nobody is proposed it, and nobody outside the desk reads it. */
    public void end(UUID id, Actor actor) {
        takeBack(id, actor);
        if (!locked(id).ended()) {
            articles.end(id, clock.instant(), actor);
            audit.record(actor, "knowledge.article-ended", id, Map.of());
        }
    }

    /** Links it to a matter; refused where the version that everybody reads would say whose that matter was. */
    public void link(UUID id, Matter matter, Actor actor) {
        var article = locked(id);
        article.published()
                .flatMap(version -> articles.find(id, version))
                .ifPresent(open -> requireSilent(open, List.of(matter), actor));
        articles.link(article.id(), matter.topic(), clock.instant(), actor);
        audit.record(actor, "knowledge.article-linked", id, Map.of("matter", matter.topic()));
    }

    public void unlink(UUID id, Matter matter, Actor actor) {
        locked(id);
        if (!articles.unlink(id, matter.topic())) {
            throw new NotFound();
        }
        audit.record(actor, "knowledge.article-unlinked", id, Map.of("matter", matter.topic()));
    }

    private Article locked(UUID id) {
        requireStaff();
        return articles.lock(id).orElseThrow(NotFound::new);
    }

    private void requireStaff() {
        if (!articles.staff()) {
            throw new NotFound();
        }
    }
}
