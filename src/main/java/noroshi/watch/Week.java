package noroshi.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The rota of a week.
 *
 * @param first its Monday
 */
public record Week(LocalDate first, List<Post> posts, List<Shift> shifts, List<Duty> duties) {
    public Week {
        posts = List.copyOf(posts);
        shifts = List.copyOf(shifts);
        duties = List.copyOf(duties);
    }

    /** A post that nobody has in a shift. */
    public record Gap(Shift shift, Post post) {}

    /** Two duties of one person that do not go together. */
    public record Clash(Duty one, Duty other) {}

    public List<Duty> of(Shift shift, Post post) {
        return duties.stream()
                .filter(it -> it.post().equals(post.code())
                        && it.begins().equals(shift.begins())
                        && it.ends().equals(shift.ends()))
                .toList();
    }

    /** Duties that belong to no shift any more, because the hours or the mode of their day have changed since. */
    public List<Duty> astray() {
        return duties.stream()
                .filter(duty -> shifts.stream()
                        .noneMatch(it ->
                                it.begins().equals(duty.begins()) && it.ends().equals(duty.ends())))
                .toList();
    }

    /** What is still to come and nobody has. */
    public List<Gap> gaps(Instant now) {
        return shifts.stream()
                .filter(shift -> shift.ends().isAfter(now))
                .flatMap(shift -> posts.stream()
                        .filter(post -> post.needed(shift) && of(shift, post).isEmpty())
                        .map(post -> new Gap(shift, post)))
                .toList();
    }

    public List<Clash> clashes() {
        var clashes = new ArrayList<Clash>();
        for (int i = 0; i < duties.size(); i++) {
            for (var other : duties.subList(i + 1, duties.size())) {
                if (duties.get(i).clashes(other)) {
                    clashes.add(new Clash(duties.get(i), other));
                }
            }
        }
        return clashes;
    }
}
