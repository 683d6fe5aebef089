package noroshi.desk;

import java.util.UUID;

/** 定型文: words the desk writes again and again. */
public record Macro(UUID id, String name, String body) {}
