package noroshi.bulletin;

import gg.jte.Content;
import noroshi.topic.Level;

/** Draws a level of a bulletin before it is one, exactly as its readers will read it. */
public interface Look {
    Content of(Copy copy, Level level);
}
