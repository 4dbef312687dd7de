//! `sild run`: the whole product on one machine, for trying, developing and testing.

mod demo;

use std::{net::SocketAddr, path::PathBuf, process::ExitCode, sync::Arc};

use clap::{Parser, Subcommand};
use sild_app::portal_page::PortalPageFiles;
use sild_local::{
    ClockMode, Cloud, EdgePolicy, FrontDoor, Mount, StaticSites, StreamDelivery, bind, product, serve,
};
use sild_runtime::{OsEntropy, telemetry};

/// The table of one machine allocates in every size, on which the system's allocator spends a third of its time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Sild on one machine.
#[derive(Debug, Parser)]
#[command(name = "sild", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Starts everything on one port of the loopback address.
    Run(Run),
    /// Prints the contract of the API as an OpenAPI document.
    Contract,
}

#[derive(Debug, clap::Args)]
struct Run {
    /// The port.
    #[arg(long, env = "PORT", default_value_t = 8080)]
    port: u16,
    /// The folder that keeps everything.
    #[arg(long, env = "DATA", default_value = "./data")]
    data: PathBuf,
    /// The address to listen at; only loopback addresses are taken.
    #[arg(long, default_value = "127.0.0.1")]
    address: std::net::IpAddr,
    /// Where the built web apps are.
    #[arg(long, default_value = "web/apps")]
    apps: PathBuf,
    /// Start empty, without the demo office.
    #[arg(long)]
    no_demo: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    telemetry::start_quietly();
    let outcome = match Arguments::parse().command {
        Command::Run(run) => start(run).await,
        Command::Contract => print_contract(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "the one line that a person who cannot start it needs")]
fn complain(error: &anyhow::Error) {
    eprintln!("sild: {error:#}");
}

#[expect(clippy::print_stdout, reason = "the document is what was asked for")]
fn print_contract() -> anyhow::Result<()> {
    println!("{}", serde_json::to_string_pretty(&product::contract())?);
    Ok(())
}

async fn start(run: Run) -> anyhow::Result<()> {
    let listener = bind(SocketAddr::new(run.address, run.port)).await?;
    let port = listener.local_addr()?.port();
    let portal_page = PortalPageFiles::read(&run.apps.join("portal/dist")).map_err(|(path, error)| {
        anyhow::anyhow!("the apps are not built, run `make web`: {}: {error}", path.display())
    })?;
    let origin_secret = sild_app::secrets::hash(&["origin", &std::process::id().to_string()]);
    let options = product::cloud_options(Some(run.data), ClockMode::Wall, StreamDelivery::Background)?;
    let cloud = Cloud::start(options).await?;
    let config = product::config(
        &cloud,
        format!("http://app.localhost:{port}"),
        format!("http://{{slug}}.localhost:{port}"),
        portal_page,
        origin_secret.clone(),
    );
    let cx = product::context(&cloud, config, Arc::new(OsEntropy), None).await;
    let application = product::application(&cx);
    let router = application.router.clone();
    cloud.attach(application)?;
    let demo = if run.no_demo { None } else { Some(demo::prepare(&cloud, &cx, &router).await?) };
    let door = FrontDoor {
        sites: StaticSites {
            mounts: vec![
                mount("/assets/office", &run.apps, "office/dist"),
                mount("/assets/portal", &run.apps, "portal/dist"),
                mount("/portal-preview", &run.apps, "portal/dist/preview"),
            ],
            index: run.apps.join("office/dist/index.html"),
        },
        origin_secret,
        policy: EdgePolicy::with_style_hashes(style_hashes(&run.apps)?),
    };
    announce(port, demo.as_ref());
    serve(&cloud, door, listener, stopped()).await?;
    Ok(())
}

fn mount(path: &str, apps: &std::path::Path, built: &str) -> Mount {
    Mount { path: path.to_owned(), folder: apps.join(built) }
}

/// The styles that the office app's components put into the page, as its build writes them down.
fn style_hashes(apps: &std::path::Path) -> anyhow::Result<Vec<String>> {
    #[derive(serde::Deserialize)]
    struct Hashes {
        styles: Vec<String>,
    }
    let text = fs_err::read_to_string(apps.join("office/csp-hashes.json"))?;
    Ok(serde_json::from_str::<Hashes>(&text)?.styles)
}

#[expect(clippy::print_stdout, reason = "what to open is for the person at the terminal")]
fn announce(port: u16, demo: Option<&demo::Demo>) {
    println!("ready on port {port}");
    println!("  office app        http://app.localhost:{port}/");
    if let Some(demo) = demo {
        println!("  client portal     {}/", demo.portal_url);
    }
    println!("  mails and clock   http://localhost:{port}/_local/");
    if let Some(demo) = demo {
        println!("  sign in as the demo owner    {}", demo.owner_link);
        println!("  sign in as a demo contact    {}", demo.contact_link);
    }
}

/// Ends with the terminal's interrupt or a polite kill.
async fn stopped() {
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
