//! The native command line; see [`aftersales_radar::cli`].

fn main() -> std::process::ExitCode {
    aftersales_radar::cli::main(std::env::args().skip(1))
}
