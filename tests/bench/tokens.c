/* Does nothing with YAML files but take them apart into tokens, with libyaml; prints how many:
 * tokens FILE-OF-PATHS */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

/* Adds the tokens of a file; 0 where it cannot be read. */
static int scan(const char *path, unsigned long *tokens) {
  yaml_parser_t parser;
  FILE *file = fopen(path, "rb");
  if (!file || !yaml_parser_initialize(&parser)) return 0;
  yaml_parser_set_input_file(&parser, file);
  int at_end = 0, good = 1;
  while (good && !at_end) {
    yaml_token_t token;
    good = yaml_parser_scan(&parser, &token);
    if (!good) break;
    at_end = token.type == YAML_STREAM_END_TOKEN;
    yaml_token_delete(&token);
    ++*tokens;
  }
  yaml_parser_delete(&parser);
  fclose(file);
  return good;
}

int main(int count, char **arguments) {
  char path[4096];
  unsigned long tokens = 0;
  FILE *paths = count == 2 ? fopen(arguments[1], "r") : NULL;
  if (!paths) return 2;
  while (fgets(path, sizeof path, paths)) {
    path[strcspn(path, "\n")] = '\0';
    if (!scan(path, &tokens)) {
      fprintf(stderr, "%s: libyaml cannot read it\n", path);
      return 1;
    }
  }
  printf("%lu tokens\n", tokens);
  return 0;
}
