@org.jspecify.annotations.NullMarked
package noroshi.cli;
