package noroshi.topic.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.community.CommunityRow;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.CommunityTopic;
import noroshi.topic.CommunityTopic.Among;

/** The topics that a community's figures count. */
public record CommunityTopicsPage(CommunityRow row, Among among, Optional<Integer> week, List<Line> rows) {
    /** One of them. */
    public record Line(CommunityTopic topic, String title) {
        public String readers() {
            return CommunityFiguresPage.few(topic.readers());
        }
    }

    public int comments() {
        return rows.stream().mapToInt(line -> line.topic().comments()).sum();
    }

    public String figures() {
        return "/communities/" + row.community().id() + "/figures";
    }

    public List<Step> shows() {
        return Arrays.stream(Among.values())
                .map(each -> new Step(Ui.word("topic.community.among", each), address("/topics", each), each == among))
                .toList();
    }

    /** The same list to take away. */
    public String file(String ending) {
        return address("/topics." + ending, among);
    }

    private String address(String path, Among each) {
        return figures() + path + "?show=" + each.name().toLowerCase(Locale.ROOT)
                + week.map(number -> "&week=" + number).orElse("");
    }
}
