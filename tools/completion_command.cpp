#include "command.hpp"

namespace lianxi::tool::completion_command {
namespace {

// Each asks the program that is being typed, by `complete -- WORDS…`; see completion.hpp.

constexpr std::string_view bash_script =
    R"script(# bash completion: source <(lianxi completion bash)
_lianxi() {
  local line word
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      $'\tfiles') compopt -o default 2>/dev/null; return ;;
      $'\tfolders') compopt -o dirnames 2>/dev/null; return ;;
    esac
    word=${line%%$'\t'*}
    if [[ $word == *[[:space:]\;\&\|\<\>\(\)\{\[\*\?\#\!\^\~\'\"\$\`\\]* ]]; then
      printf -v word %q "$word"
    fi
    COMPREPLY+=("$word")
  done < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -F _lianxi lianxi
)script";

constexpr std::string_view zsh_script = R"script(#compdef lianxi
# zsh completion: source <(lianxi completion zsh), or save it as _lianxi in a folder of $fpath
_lianxi() {
  local line word
  local -a candidates shown beginnings shown_beginnings
  while IFS= read -r line; do
    case $line in
      $'\tfiles') _files; return ;;
      $'\tfolders') _files -/; return ;;
    esac
    word=${line%%$'\t'*} line=${line#$word} line=${line#$'\t'}
    if [[ $word == */ ]]; then
      beginnings+=("$word") shown_beginnings+=("$word${line:+  -- $line}")
    else
      candidates+=("$word") shown+=("$word${line:+  -- $line}")
    fi
  done < <("${(Q)words[1]}" complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#candidates )) && compadd -l -d shown -a candidates
  (( $#beginnings )) && compadd -S '' -l -d shown_beginnings -a beginnings
}
if [[ $funcstack[1] == _lianxi ]]; then
  _lianxi "$@"
elif (( $+functions[compdef] )); then
  compdef _lianxi lianxi
fi
)script";

constexpr std::string_view fish_script = R"script(# fish completion: lianxi completion fish | source
function __lianxi_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case \tfiles
                __fish_complete_path "$current"
            case \tfolders
                __fish_complete_directories "$current"
            case '*'
                echo $line
        end
    end
end
complete -c lianxi -f -a '(__lianxi_complete)'
)script";

struct Arguments {
  std::string shell;
};

void declare(Options& options, Arguments& arguments) {
  Option& shell =
      options.argument("SHELL", arguments.shell, {"bash, zsh or fish", "bash、zsh 或 fish"});
  shell.required = true;
  shell.words = {"bash", "zsh", "fish"};
}

int run(Session& session, const Arguments& arguments) {
  session.print(arguments.shell == "bash"  ? bash_script
                : arguments.shell == "zsh" ? zsh_script
                                           : fish_script);
  return all_well;
}

}  // namespace

}  // namespace lianxi::tool::completion_command

namespace lianxi::tool::commands {
extern constinit const Command completion =
    command<completion_command::Arguments, completion_command::declare, completion_command::run>(
        "completion",
        {"Write the script with which a shell completes command lines",
         "输出让命令行能按 Tab 补全的脚本"},
        Uses::nothing);
}  // namespace lianxi::tool::commands
