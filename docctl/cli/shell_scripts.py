"""The scripts that teach a shell to ask docctl; `%` fills in the names as click does."""

BASH = r"""# docctl: completion for bash 4.4 and later
%(complete_func)s() {
    local kind value response
    COMPREPLY=()
    response=$(COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_WORD="$2" \
        %(complete_var)s=bash_complete "$1" 2>/dev/null)
    while IFS=, read -r kind value; do
        case $kind in
            dir) compopt -o dirnames 2>/dev/null ;;
            file) compopt -o default 2>/dev/null ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done <<<"$response"
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

ZSH = r"""#compdef %(prog_name)s
# docctl: completion for zsh
%(complete_func)s() {
    local -a described plain response
    local kind value told
    response=("${(@f)$(COMP_WORDS="${(j: :)words[1,CURRENT]}" COMP_CWORD=$((CURRENT-1)) \
        %(complete_var)s=zsh_complete ${words[1]} 2>/dev/null)}")
    for kind value told in "${response[@]}"; do
        case $kind in
            plain) if [[ $told == _ ]]; then plain+=("$value"); else described+=("$value:$told"); fi ;;
            dir) compset -P '--*='; _path_files -/ ;;
            file) compset -P '--*='; _path_files -f ;;
        esac
    done
    (( $#described )) && _describe -V unsorted described -U
    (( $#plain )) && compadd -U -V unsorted -a plain
    return 0
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""

FISH = r"""# docctl: completion for fish
function %(complete_func)s
    set -l word (commandline -ct)
    set -l option (string match -r -- '^--[^=]+=' $word)
    set -l path (string replace -- "$option" '' $word)
    set -l response (COMP_WORDS=(commandline -cp | string collect) COMP_CWORD=$word \
        %(complete_var)s=fish_complete %(prog_name)s 2>/dev/null)
    for line in $response
        set -l item (string split -m 1 , -- $line)
        switch $item[1]
            case dir
                printf '%%s\n' "$option"(__fish_complete_directories $path '')
            case file
                printf '%%s\n' "$option"(__fish_complete_path $path '')
            case plain
                printf '%%s\n' $item[2]
        end
    end
end

complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""
